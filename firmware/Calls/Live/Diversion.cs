namespace Switchhook.Calls.Live;

/// <summary>What a phone's user wants to be done with calls for the phone.</summary>
/// <param name="DoNotDisturb">True when it is not to ring.</param>
/// <param name="ForwardTo">What the user would dial to reach the place where calls go; null when they stay.</param>
public sealed record Diversion(bool DoNotDisturb, string? ForwardTo)
{
    /// <summary>Calls come as ever.</summary>
    public static Diversion None { get; } = new(false, null);

    /// <summary>The same as a sentence; null when calls come as ever.</summary>
    public string? Words => (DoNotDisturb, ForwardTo) switch
    {
        (_, { } to) => $"Calls go on to {to}.",
        (true, null) => "Not to be disturbed.",
        (false, null) => null,
    };
}
