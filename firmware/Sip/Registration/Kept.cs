using System.Net;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Registration;

/// <summary>Bindings as they are kept over a restart. Pure.</summary>
internal static class Kept
{
    /// <summary>As plain values.</summary>
    public static StoredBinding Write(Binding binding) => new(
        binding.Contact.ToString(),
        binding.Hop.Transport.ToString(),
        binding.Hop.Remote.ToString(),
        binding.Expires,
        binding.Quality,
        [.. binding.Path.Select(stop => stop.ToString())],
        binding.Instance,
        binding.CallId,
        binding.Sequence,
        binding.UserAgent,
        binding.IsBehindNat);

    /// <summary>From plain values. Null when they make no sense, and for streams, which no restart outlives.</summary>
    public static Binding? Read(StoredBinding stored) =>
        SipUri.Parse(stored.Contact) is { } contact
        && stored.Transport == nameof(TransportKind.Udp)
        && IPEndPoint.TryParse(stored.Remote, out var remote)
            ? new Binding(contact, new Hop(TransportKind.Udp, remote), stored.Expires)
            {
                Quality = stored.Quality,
                Path = [.. stored.Path.Select(SipText.Of)],
                Instance = stored.Instance,
                CallId = stored.CallId,
                Sequence = stored.Sequence,
                UserAgent = stored.UserAgent,
                IsBehindNat = stored.IsBehindNat,
            }
            : null;
}
