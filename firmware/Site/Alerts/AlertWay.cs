namespace Switchhook.Site.Alerts;

/// <summary>How an alert is told.</summary>
public abstract record AlertWay
{
    private AlertWay()
    {
    }

    /// <summary>A relay of the board is pulled while something is wrong (<c>relay</c>).</summary>
    /// <param name="Name">Name in the board file.</param>
    public sealed record Relay(string Name) : AlertWay;

    /// <summary>Each begin and end is posted as JSON (<c>webhook</c>).</summary>
    /// <param name="Address">Absolute, <c>http</c> or <c>https</c>; its path may be as good as a password.</param>
    public sealed record Webhook(Uri Address) : AlertWay;

    /// <summary>Each begin and end is sent as mail (<c>mail</c>).</summary>
    /// <param name="To">Address of who gets it.</param>
    /// <param name="From">Address of the box.</param>
    /// <param name="Server">Host that takes it.</param>
    /// <param name="Port">Its port.</param>
    public sealed record Mail(string To, string From, string Server, int Port) : AlertWay
    {
        /// <summary>Account at the server, whose password is a secret; null without one.</summary>
        public string? User { get; init; }

        /// <summary>True when the server must offer STARTTLS; false sends in the clear.</summary>
        public bool Tls { get; init; } = true;
    }
}
