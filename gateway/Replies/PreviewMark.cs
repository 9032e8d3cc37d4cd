namespace Supervision.Gateway.Replies;

/// <summary>Marks commands that can be tried out with <c>?preview=true</c>.</summary>
public sealed class PreviewMark;
