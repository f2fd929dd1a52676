using System.Security.Cryptography;
using System.Text;

namespace Switchhook.Flows.Voicemail;

/// <summary>
/// Compares PINs, and lets nobody guess: after some wrong ones a mailbox is heard nowhere but at its own phones for a while.
/// </summary>
/// <param name="secret">Gives a secret by its name; null when there is none.</param>
/// <param name="time">The clock.</param>
internal sealed class PinAttempts(Func<string, string?> secret, TimeProvider time)
{
    /// <summary>Wrong PINs that are borne.</summary>
    public const int Most = 5;

    /// <summary>For so long after the last one.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);

    // By the name of a secret: no more than the site has mailboxes.
    private readonly Dictionary<string, (int Count, long LastAt)> _wrong = new(StringComparer.Ordinal);

    /// <summary>True while no PIN is taken.</summary>
    public bool IsLocked(string name) =>
        _wrong.TryGetValue(name, out var wrong) && wrong.Count >= Most && time.GetElapsedTime(wrong.LastAt) < Memory;

    /// <summary>The secrets that a PIN is right for, of those that are not locked; when it is wrong for all, that is noted.</summary>
    public IReadOnlyList<string> Opened(IEnumerable<string> names, string entered)
    {
        var open = names.Where(name => !IsLocked(name)).ToList();
        var opened = open.Where(name => IsRight(name, entered)).ToList();
        foreach (var name in opened)
        {
            _wrong.Remove(name);
        }

        foreach (var name in opened.Count == 0 ? open : [])
        {
            var before = _wrong.TryGetValue(name, out var wrong) && time.GetElapsedTime(wrong.LastAt) < Memory ? wrong.Count : 0;
            _wrong[name] = (before + 1, time.GetTimestamp());
        }

        return opened;
    }

    private bool IsRight(string name, string entered) => secret(name) is { } pin
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(pin), Encoding.UTF8.GetBytes(entered));
}
