namespace Switchhook.Sip.Registration;

/// <summary>For how long registrations hold.</summary>
internal sealed record RegistrationRules
{
    /// <summary>A device that asks for less is told to ask for more (423).</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What holds when a device asks for nothing.</summary>
    public TimeSpan Usual { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What a device gets that asks for more.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(2);

    /// <summary>A device whose stream is closed is rung no more after so long, unless it is back.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a sign of life is sent to devices behind NAT, so that their router remembers the way.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(25);
}
