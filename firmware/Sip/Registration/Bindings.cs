using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Registration;

/// <summary>The devices of one number, changed by its REGISTERs (RFC 3261 §10.3). Pure.</summary>
internal static class Bindings
{
    private const int LongestUserAgent = 80;

    /// <summary>What holds after a REGISTER.</summary>
    /// <param name="before">What held; none has run out.</param>
    /// <param name="register">The REGISTER.</param>
    /// <param name="from">Where it came from.</param>
    /// <param name="wishes">Its contacts and their times.</param>
    /// <param name="most">Most devices at once.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null when there would be too many, or the REGISTER is older than what holds; then nothing changes.</returns>
    public static IReadOnlyList<Binding>? After(
        IReadOnlyList<Binding> before,
        SipMessage register,
        Hop from,
        IReadOnlyList<(NameAddress Contact, TimeSpan Length)> wishes,
        int most,
        DateTimeOffset now)
    {
        var after = before.ToList();
        foreach (var (contact, length) in wishes)
        {
            var instance = InstanceOf(contact);
            var same = after.Find(binding => binding.Contact.Equals(contact.SipUri));
            if (same is not null && same.CallId == register.CallId.ToString() && same.Sequence >= register.CSeq.Number)
            {
                return null;
            }

            // A device that comes back under another address is the same device.
            after.RemoveAll(binding => binding == same || (instance is not null && binding.Instance == instance));
            if (length > TimeSpan.Zero)
            {
                after.Add(Of(register, from, contact, instance, now + length));
            }
        }

        MakeRoom(after, from, most);
        return after.Count > most
            ? null
            : [.. after.OrderByDescending(binding => binding.Quality).ThenByDescending(binding => binding.Expires)];
    }

    private static Binding Of(SipMessage register, Hop from, NameAddress contact, string? instance, DateTimeOffset expires)
    {
        var uri = SipUri.Parse(contact.SipUri!.Text.Copy().Bytes)!;
        var agent = register.Headers.First(HeaderId.UserAgent).ToString();
        return new Binding(uri, from, expires)
        {
            Quality = contact.Quality,
            Path = [.. register.Headers.ReadAll<NameAddress>(HeaderId.Path).Or([]).Select(stop => stop.Text.Copy())],
            Instance = instance,
            CallId = register.CallId.ToString(),
            Sequence = register.CSeq.Number,
            UserAgent = agent.Length > LongestUserAgent ? agent[..LongestUserAgent] : agent,
            IsBehindNat = Nat.Is(uri, from),
        };
    }

    private static string? InstanceOf(NameAddress contact) =>
        contact.Params.TryGet("+sip.instance"u8, out var instance) && !instance.IsEmpty ? instance.Unquoted().ToString() : null;

    // A phone that was restarted, or whose router gave it a new port, leaves its old address behind: the oldest of its host makes room.
    private static void MakeRoom(List<Binding> bindings, Hop from, int most)
    {
        while (bindings.Count > most
            && bindings.Where(binding => binding.Hop != from && binding.Hop.Remote.Address.Equals(from.Remote.Address))
                .MinBy(binding => binding.Expires) is { } oldest)
        {
            bindings.Remove(oldest);
        }
    }
}
