using System.Net;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Headers.Digest;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Table;
using Switchhook.Testing.Sip;

namespace Switchhook.Bench.Sip;

/// <summary>
/// Feeds spoiled messages to the parser and asks each thing that is read of all that can be asked. What may not happen throws, with the
/// number of the message: an exception, much memory, an answer that cannot be read.
/// </summary>
/// <param name="seed">The same seed spoils in the same way.</param>
internal sealed class ParserFuzz(int seed)
{
    private const long MostBytes = 8 * 1024;

    private static readonly HeaderId[] Ids = Enum.GetValues<HeaderId>();

    private static readonly IPEndPoint Source = new(IPAddress.Parse("203.0.113.9"), 4711);

    private readonly SipMutator _mutator =
        new([.. TortureCorpus.Messages.Select(message => message.Bytes), .. SampleMessages.All], new Random(seed));

    /// <summary>Messages that could be read.</summary>
    public int Read { get; private set; }

    /// <summary>Requests that were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>What was dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>The most that the reading of one message allocated, in bytes.</summary>
    public long MostAllocated { get; private set; }

    /// <summary>Feeds some messages.</summary>
    /// <exception cref="InvalidOperationException">Something happened that may not.</exception>
    public void Run(int messages)
    {
        // What is made once, at first use, is not counted.
        Feed(SampleMessages.Invite, Framing.Datagram);
        MostAllocated = 0;
        for (var i = 0; i < messages; i++)
        {
            var bytes = _mutator.Next();
            try
            {
                Feed(bytes, i % 2 == 0 ? Framing.Datagram : Framing.Stream);
                Demand(MostAllocated <= MostBytes, "too much memory");
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"Seed {seed}, message {i}: {Convert.ToBase64String(bytes)}", fault);
            }
        }
    }

    private void Feed(byte[] bytes, Framing framing)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = SipParser.Parse(bytes, ParseLimits.Default, framing);
        MostAllocated = Math.Max(MostAllocated, GC.GetAllocatedBytesForCurrentThread() - before);
        if (result.Is(out var message, out var fault))
        {
            Read++;
            AskAll(message.Headers);
            _ = message.ToString();
            Echo(message);
        }
        else if (result.Outcome == ParseOutcome.Refused)
        {
            Refused++;
            Demand(ResponseBuilder.Start(fault, "t", Source).Build().Span.EndsWith("\r\n\r\n"u8), "a refusal that does not end");
        }
        else
        {
            Dropped++;
        }
    }

    // What answers a request can be read, and names the same transaction.
    private static void Echo(SipMessage message)
    {
        if (!message.IsRequest)
        {
            return;
        }

        var bytes = ResponseBuilder.Start(message, 200, "box", Source).Build();
        var answer = SipParser.Parse(bytes, ParseLimits.Default with { LineBytes = 16384 }, Framing.Datagram).Message;
        Demand(answer is not null, "an answer that cannot be read");
        Demand(answer!.CallId == message.CallId && answer.CSeq == message.CSeq, "an answer to something else");
        Demand(answer.TopVia.Branch == message.TopVia.Branch && answer.From.Tag == message.From.Tag, "an answer that goes elsewhere");
        Demand(!answer.To.Tag.IsEmpty, "an answer without a tag");
        Demand(answer.Headers.CountOf(HeaderId.Via) == message.Headers.CountOf(HeaderId.Via), "an answer that lost a Via");
    }

    private static void AskAll(HeaderTable headers)
    {
        foreach (var id in Ids)
        {
            Ask<NameAddress>(headers, id);
            Ask<Via>(headers, id);
            Ask<Token>(headers, id);
            Ask<MediaRange>(headers, id);
            Ask<Replaces>(headers, id);
            Ask<EventPackage>(headers, id);
            Ask<Reason>(headers, id);
            Ask<Challenge>(headers, id);
            Ask<Credentials>(headers, id);
            Ask<SessionExpires>(headers, id);
            Ask<RAck>(headers, id);
            Ask<Seconds>(headers, id);
        }

        for (var i = 0; i < headers.Count; i++)
        {
            var line = headers[i];
            _ = headers.Named(line.Name.ToString()).Count();
        }
    }

    private static void Ask<T>(HeaderTable headers, HeaderId id)
        where T : IHeaderValue<T>
    {
        if (headers.Has(id))
        {
            _ = headers.Read<T>(id).Is(out var one) ? one.ToString() : null;
            if (headers.ReadAll<T>(id).Is(out var all) && all.OfType<NameAddress>().ToList() is { Count: > 0 } addresses)
            {
                foreach (var address in addresses)
                {
                    _ = (address.DisplayName, address.Expires, address.Quality, address.SipUri?.UserName);
                    _ = address.SipUri?.Equals(addresses[0].SipUri);
                }
            }
        }
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
