namespace Switchhook.Web.Pages.Webhooks;

/// <summary>
/// Holds a secret that was just made until the browser that made it has come to the page that shows it: once, and for a minute. In memory
/// only.
/// </summary>
internal sealed class SecretHold(TimeProvider time)
{
    private const int Most = 20;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly List<Held> _held = [];

    /// <summary>Holds a secret.</summary>
    /// <param name="session">The browser that made it.</param>
    /// <param name="id">What it is of.</param>
    /// <param name="secret">The secret.</param>
    public void Put(string session, string id, string secret)
    {
        lock (_lock)
        {
            _held.RemoveAll(one => IsOver(one) || (one.Session == session && one.Id == id));
            if (_held.Count >= Most)
            {
                _held.RemoveAt(0);
            }

            _held.Add(new Held(session, id, secret, time.GetTimestamp()));
        }
    }

    /// <summary>Gives a secret out, and forgets it; null where none is held.</summary>
    /// <param name="session">The browser that asks.</param>
    /// <param name="id">What it is of.</param>
    public string? Take(string session, string id)
    {
        lock (_lock)
        {
            _held.RemoveAll(IsOver);
            var found = _held.Find(one => one.Session == session && one.Id == id);
            return found is not null && _held.Remove(found) ? found.Secret : null;
        }
    }

    private bool IsOver(Held one) => time.GetElapsedTime(one.Since) >= Life;

    private sealed record Held(string Session, string Id, string Secret, long Since);
}
