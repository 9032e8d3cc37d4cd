global using System.Collections.Immutable;
global using System.Globalization;
global using FluentAssertions;
global using Xunit;
