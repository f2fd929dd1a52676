using System.Text;
using Switchhook.Sip.Sessions;

namespace Switchhook.Tests.Sip.Sessions;

/// <summary>Media of words: an offer is a number, an answer names the offer it answers.</summary>
internal sealed class FakeSessionMedia : ISessionMedia
{
    /// <summary>What was agreed, refused and withdrawn, in order.</summary>
    public List<string> Log { get; } = [];

    /// <summary>What the box wants to offer.</summary>
    public string Wish { get; set; } = "box";

    /// <summary>Why offers of the peer are refused; null when they are not.</summary>
    public string? Refusal { get; set; }

    public ReadOnlyMemory<byte> MakeOffer() => Encoding.ASCII.GetBytes($"offer of {Wish}");

    public MediaAnswer AnswerOffer(ReadOnlyMemory<byte> offer)
    {
        var text = Encoding.ASCII.GetString(offer.Span);
        Log.Add($"asked: {text}");
        return Refusal is null ? new MediaAnswer(Encoding.ASCII.GetBytes($"answer to {text}")) : new MediaAnswer(default, Refusal);
    }

    public string? TakeAnswer(ReadOnlyMemory<byte> answer)
    {
        var text = Encoding.ASCII.GetString(answer.Span);
        Log.Add($"told: {text}");
        return text.StartsWith("bad", StringComparison.Ordinal) ? "Nothing in common." : null;
    }

    public void Withdraw() => Log.Add("withdrawn");
}
