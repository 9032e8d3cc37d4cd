ALTER TABLE "AspNetUsers" ADD COLUMN "Unit" text;
