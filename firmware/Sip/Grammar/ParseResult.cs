using System.Diagnostics.CodeAnalysis;

namespace Switchhook.Sip.Grammar;

/// <summary>What came of reading a message: the message, or what is wrong with it.</summary>
internal readonly struct ParseResult
{
    private ParseResult(SipMessage? message, SipFault? fault) => (Message, Fault) = (message, fault);

    /// <summary>The message.</summary>
    public SipMessage? Message { get; }

    /// <summary>What is wrong, when there is no message.</summary>
    public SipFault? Fault { get; }

    /// <summary>Which of the three.</summary>
    public ParseOutcome Outcome => this switch
    {
        { Message: not null } => ParseOutcome.Message,
        { Fault.MayBeAnswered: true } => ParseOutcome.Refused,
        _ => ParseOutcome.Dropped,
    };

    /// <summary>Whether there is a message; if not, there is a fault.</summary>
    public bool Is([NotNullWhen(true)] out SipMessage? message, [NotNullWhen(false)] out SipFault? fault)
    {
        (message, fault) = (Message, Message is null ? Fault ?? SipFault.NotSip("Nothing was read.") : null);
        return message is not null;
    }

    /// <summary>A message.</summary>
    public static ParseResult Of(SipMessage message) => new(message, null);

    /// <summary>A fault.</summary>
    public static ParseResult Of(SipFault fault) => new(null, fault);
}
