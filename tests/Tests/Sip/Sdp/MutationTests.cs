using FsCheck;
using FsCheck.Fluent;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp;
using Switchhook.Sip.Sdp.Negotiation;
using Switchhook.Sip.Sdp.Srtp;
using Switchhook.Testing;
using Switchhook.Tests.Sip.Sdp.Negotiation;

namespace Switchhook.Tests.Sip.Sdp;

/// <summary>Damaged bodies: nothing throws, all stays within bounds, and what is answered is itself in order.</summary>
public sealed class MutationTests
{
    private const int Seed = 4711;
    private const int Mutations = 20_000;
    private const int ParseBound = 64 * 1024;

    private static readonly byte[][] Bodies = [.. Devices.Offers.Values.Select(Body.Of)];

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\n", "\r\n", "\0", " ", ":", "/", "|", "=", "-1", "0", "65536", "99999999999999999999", "a=", "a=rtpmap:", "a=crypto:1 ",
            "m=audio 4000 RTP/AVP 8", "m=audio 0 RTP/AVP 0\r\n", "c=IN IP4 0.0.0.0", "c=IN IP6 ::1\r\n", "a=sendonly\r\n", "inline:", "ä",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void Damaged_bodies_do_no_harm()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Mutations; i++)
        {
            var offer = Mutate(random);
            var answer = Mutate(random);
            var error = Record.Exception(() => Play(offer, answer));
            Assert.True(error is null, $"seed {Seed}, mutation {i}: {error}\n{Body.Text(offer)}\n---\n{Body.Text(answer)}");
        }
    }

    [Fact]
    public void Any_octets_do_no_harm() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(17, 19),
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), octets => Play([.. "v=0\nm="u8, .. octets], [.. "v=0\na="u8, .. octets])));

    [Fact]
    public void The_largest_body_costs_a_bounded_amount()
    {
        var body = Body.Of("v=0" + Times(16, "\nm=audio 1 RTP/AVP" + Times(64, " 8") + Times(30, "\na=rtpmap:8 PCMA/8")));
        Assert.InRange(body.Length, 8000, SdpLimits.Size);

        Assert.InRange(Allocation.Of(() => Body.Read(body)), 1, ParseBound);
    }

    [Fact]
    public void A_body_of_a_phone_costs_at_most_a_kilobyte()
    {
        var body = Body.Of(Devices.Offers["Yealink"]);

        Assert.InRange(Allocation.Of(() => Body.Read(body)), 1, 1024);
    }

    private static void Play(byte[] offer, byte[] answer)
    {
        var negotiation = Box.Negotiation(Box.Audio with { Srtp = SrtpPolicy.Offered, ControlMux = true });
        Hear(negotiation.TryAnswer(offer, out var agreement, out var refusal), agreement, refusal);
        if (agreement is not null)
        {
            var read = Body.Read(agreement.Answer).Media;
            Assert.Equal(Body.Read(offer).Media.Count, read.Count);
            Assert.Single(read, stream => stream.Port != 0);
        }

        Body.Read(negotiation.Offer());
        Hear(negotiation.TryTake(answer, out agreement, out refusal), agreement, refusal);
    }

    private static void Hear(bool agreed, MediaAgreement? agreement, MediaRefusal? refusal)
    {
        Assert.Equal((agreed, !agreed), (agreement is not null, refusal is not null));
        if (refusal is not null)
        {
            Assert.InRange(refusal.Words.Length, 1, 600);
            Assert.DoesNotContain(refusal.Words, letter => letter is < ' ' or > '~');
        }
        else
        {
            var audio = agreement!.Audio;
            Assert.InRange(audio.PacketMilliseconds, 10, 60);
            Assert.InRange(audio.PayloadType, 0, 127);
            Assert.InRange(audio.Remote.Port, 1, 65535);
            Assert.Contains(audio.Codec, (IEnumerable<AudioCodec>)Box.Audio.Codecs);
            Assert.False(audio.Sends && audio.Remote.Address.Equals(System.Net.IPAddress.Any));
        }
    }

    private static byte[] Mutate(Random random)
    {
        var body = Bodies[random.Next(Bodies.Length)].ToList();
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(5))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body.RemoveRange(at, Math.Min(random.Next(1, 30), body.Count - at - 1));
                    break;
                case 2:
                    body.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3:
                    body.InsertRange(at, body.GetRange(0, Math.Min(random.Next(200), body.Count)));
                    break;
                default:
                    body.InsertRange(at, Bodies[random.Next(Bodies.Length)]);
                    break;
            }
        }

        return [.. body];
    }

    private static string Times(int count, string part) => string.Concat(Enumerable.Repeat(part, count));
}
