namespace Switchhook.Site.Outbound;

/// <summary>What whoever is called sees as the caller's number, where the trunk tells it (key <c>show</c>).</summary>
/// <param name="Number">In E.164; null when no number is to be seen.</param>
public sealed record ShownNumber(string? Number)
{
    /// <summary>How the site file says that no number is to be seen.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>Reads what the site file says; null when it is neither a number nor the word.</summary>
    public static ShownNumber? Parse(string text) => text == Anonymous ? new ShownNumber((string?)null)
        : PhoneNumber.Normalize(text) is { } number ? new ShownNumber(number)
        : null;

    /// <summary>As the site file says it.</summary>
    public override string ToString() => Number ?? Anonymous;
}
