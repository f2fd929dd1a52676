namespace Switchhook.Site.Voicemail;

/// <summary>A mailbox: whose it is, how callers are greeted, how long messages are kept. Compared by value.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="DisplayName">Name for people; the box says it to callers (key <c>name</c>).</param>
public sealed record VoicemailConfig(string Name, string DisplayName)
{
    /// <summary>Phones whose users hear it.</summary>
    public ValueList<string> Phones { get; init; } = [];

    /// <summary>The agent whose it is; null for none.</summary>
    public string? Agent { get; init; }

    /// <summary>The hunt group whose it is; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>The queue whose it is; null for none.</summary>
    public string? Queue { get; init; }

    /// <summary>True when each message becomes work of the queue too (key <c>work</c>).</summary>
    public bool IsWork { get; init; }

    /// <summary>Prompt that greets callers while nobody has recorded a greeting; null for the box's own sentence.</summary>
    public string? Greeting { get; init; }

    /// <summary>Messages are deleted so long after they came, whatever their state.</summary>
    public TimeSpan Keep { get; init; } = VoicemailDefaults.Keep;

    /// <summary>A longer message is ended.</summary>
    public TimeSpan Longest { get; init; } = VoicemailDefaults.Longest;

    /// <summary>Most messages at once; then callers can leave none.</summary>
    public int Most { get; init; } = VoicemailDefaults.Most;

    /// <summary>The alert whose server and receiver get each message as mail (key <c>mail</c>); null for none.</summary>
    public string? Mail { get; init; }

    /// <summary>How it may be heard at another phone of the house.</summary>
    public VoicemailPin Pin { get; init; }

    /// <summary>Name of its PIN among the secrets.</summary>
    public string Secret => $"voicemail/{Name}";
}

/// <summary>How a mailbox may be heard at a phone that is not its own.</summary>
public enum VoicemailPin
{
    /// <summary>Not at all.</summary>
    No,

    /// <summary>By a PIN, which is kept among the secrets.</summary>
    Secret,
}
