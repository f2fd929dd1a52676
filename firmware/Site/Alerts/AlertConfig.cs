namespace Switchhook.Site.Alerts;

/// <summary>Whom the box tells when an alarm of a queue begins or ends, or a line does not work. Compared by value.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Way">How it tells.</param>
public sealed record AlertConfig(string Name, AlertWay Way)
{
    /// <summary>The port for mail that is sent in, when the file names none (RFC 6409).</summary>
    public const int MailPort = 587;

    /// <summary>Queues whose alarms it tells; with no queue and no line named, all of both.</summary>
    public ValueList<string> Queues { get; init; } = [];

    /// <summary>Lines and trunks whose trouble it tells.</summary>
    public ValueList<string> Lines { get; init; } = [];

    /// <summary>Name of its password among the secrets, where it needs one.</summary>
    public string Secret => $"alert/{Name}";

    /// <summary>True when it tells the alarms of a queue.</summary>
    public bool IsAboutQueue(string queue) => IsAboutAll || Queues.Contains(queue);

    /// <summary>True when it tells the trouble of a line or trunk.</summary>
    public bool IsAboutLine(string line) => IsAboutAll || Lines.Contains(line);

    private bool IsAboutAll => Queues.Count == 0 && Lines.Count == 0;
}
