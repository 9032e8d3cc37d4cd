namespace Supervision.Journal.Records;

/// <summary>Leading digits as a range of codes, which an index answers in a prepared statement where LIKE may not.</summary>
internal static class CountyRange
{
    /// <summary>The least text above every text that starts with <paramref name="prefix"/>, compared byte by byte; ASCII only.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
