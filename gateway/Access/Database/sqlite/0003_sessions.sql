ALTER TABLE "AspNetUsers" ADD COLUMN "Disabled" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "AspNetUsers" ADD COLUMN "ConfirmAfter" TEXT NULL;
ALTER TABLE "AspNetUsers" ADD COLUMN "PasswordTemporary" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "AspNetUsers" ADD COLUMN "PasswordChangedAt" INTEGER NULL;
ALTER TABLE "AspNetUsers" ADD COLUMN "LastSignInAt" INTEGER NULL;
ALTER TABLE "AspNetUsers" ADD COLUMN "LastCode" TEXT NULL;
ALTER TABLE "AspNetUsers" ADD COLUMN "ExternalName" TEXT NULL;

CREATE UNIQUE INDEX "ExternalNameIndex" ON "AspNetUsers" ("ExternalName");

CREATE TABLE "Sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Sessions" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "LastUsedAt" INTEGER NOT NULL,
    "EndsAt" INTEGER NOT NULL,
    "RevokedAt" INTEGER NULL,
    "RevokedWhy" TEXT NULL,
    "Address" TEXT NULL,
    "UserAgent" TEXT NULL,
    CONSTRAINT "FK_Sessions_AspNetUsers_AccountId" FOREIGN KEY ("AccountId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Sessions_AccountId" ON "Sessions" ("AccountId");

CREATE TABLE "FormerPasswords" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_FormerPasswords" PRIMARY KEY AUTOINCREMENT,
    "AccountId" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    CONSTRAINT "FK_FormerPasswords_AspNetUsers_AccountId" FOREIGN KEY ("AccountId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_FormerPasswords_AccountId" ON "FormerPasswords" ("AccountId");

CREATE TABLE "AspNetUserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_AspNetUserPasskeys_UserId" ON "AspNetUserPasskeys" ("UserId");
