global using System.Collections.Immutable;
global using Supervision.Contracts.Access;
global using Supervision.Contracts.Clocks;
