using System.Runtime.CompilerServices;

namespace Supervision.Journal.Tests;

internal static class Equivalence
{
    // Memory compares by place; the tests mean its bytes.
    [ModuleInitializer]
    internal static void CompareMemoryByBytes() =>
        AssertionOptions.AssertEquivalencyUsing(options =>
            options
                .Using<ReadOnlyMemory<byte>>(bytes => bytes.Subject.ToArray().Should().Equal(bytes.Expectation.ToArray()))
                .WhenTypeIs<ReadOnlyMemory<byte>>()
        );
}
