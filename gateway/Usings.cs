global using System.Collections.Immutable;
global using Supervision.Contracts;
global using Supervision.Rules;
