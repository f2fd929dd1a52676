namespace Switchhook.Testing.Sip.Torture;

/// <summary>What came back for a message.</summary>
/// <param name="Statuses">Status codes, in order.</param>
/// <param name="IsClosed">The server closed the connection; never over UDP.</param>
/// <param name="IsAlive">The server answered to a plain OPTIONS afterwards.</param>
public sealed record TortureAnswer(IReadOnlyList<int> Statuses, bool IsClosed, bool IsAlive)
{
    /// <summary>The first final status; the last provisional one if there is none; null if nothing came.</summary>
    public int? Status => Statuses.Where(status => status >= 200).Select(status => (int?)status).FirstOrDefault()
        ?? Statuses.Select(status => (int?)status).LastOrDefault();

    /// <inheritdoc/>
    public override string ToString() =>
        (Statuses.Count == 0 ? "no reply" : string.Join(' ', Statuses))
        + (IsClosed ? ", closed" : "")
        + (IsAlive ? "" : ", server is gone");
}
