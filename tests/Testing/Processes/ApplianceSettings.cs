namespace Switchhook.Testing.Processes;

/// <summary>How to start the daemon for a test or a measurement.</summary>
public sealed record ApplianceSettings
{
    /// <summary>The site file; null for the demo site.</summary>
    public string? SiteFile { get; init; }

    /// <summary>Where the box keeps its data; it stays there. Null for a new folder that goes when the process is disposed.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Further options of <c>run</c>.</summary>
    public IReadOnlyList<string> MoreArguments { get; init; } = [];

    /// <summary>
    /// The sentences that the tests' own script had spoken before are used, where there are any: else each box of a test speaks for half a
    /// minute of processor time. False for a test of the speaking itself.
    /// </summary>
    public bool UseSpoken { get; init; } = true;

    /// <summary>The start of a test is over when the daemon has spoken all that its site says, which it does beside the calls.</summary>
    public bool WaitForSpeech { get; init; } = true;

    /// <summary>How long the daemon may take until <c>/health</c> answers, and until all is spoken.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long the daemon may take to end when it is asked to; then it is killed.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(15);
}
