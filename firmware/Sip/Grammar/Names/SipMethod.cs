using System.Text;

namespace Switchhook.Sip.Grammar.Names;

/// <summary>A method: one of those known, or another by its name. Upper and lower case are different methods (RFC 3261 §7.1).</summary>
internal readonly record struct SipMethod
{
    private static readonly string[] Names =
    [
        "", "INVITE", "ACK", "BYE", "CANCEL", "OPTIONS", "REGISTER", "PRACK", "UPDATE",
        "INFO", "SUBSCRIBE", "NOTIFY", "REFER", "MESSAGE", "PUBLISH",
    ];

    private static readonly byte[][] NameBytes = [.. Names.Select(Encoding.ASCII.GetBytes)];

    private readonly string? _other;

    private SipMethod(MethodKind kind, string? other = null) => (Kind, _other) = (kind, other);

    /// <summary>INVITE.</summary>
    public static SipMethod Invite => new(MethodKind.Invite);

    /// <summary>ACK.</summary>
    public static SipMethod Ack => new(MethodKind.Ack);

    /// <summary>BYE.</summary>
    public static SipMethod Bye => new(MethodKind.Bye);

    /// <summary>CANCEL.</summary>
    public static SipMethod Cancel => new(MethodKind.Cancel);

    /// <summary>OPTIONS.</summary>
    public static SipMethod Options => new(MethodKind.Options);

    /// <summary>REGISTER.</summary>
    public static SipMethod Register => new(MethodKind.Register);

    /// <summary>PRACK.</summary>
    public static SipMethod Prack => new(MethodKind.Prack);

    /// <summary>UPDATE.</summary>
    public static SipMethod Update => new(MethodKind.Update);

    /// <summary>INFO.</summary>
    public static SipMethod Info => new(MethodKind.Info);

    /// <summary>SUBSCRIBE.</summary>
    public static SipMethod Subscribe => new(MethodKind.Subscribe);

    /// <summary>NOTIFY.</summary>
    public static SipMethod Notify => new(MethodKind.Notify);

    /// <summary>REFER.</summary>
    public static SipMethod Refer => new(MethodKind.Refer);

    /// <summary>MESSAGE.</summary>
    public static SipMethod Message => new(MethodKind.Message);

    /// <summary>PUBLISH.</summary>
    public static SipMethod Publish => new(MethodKind.Publish);

    /// <summary>Which of those known.</summary>
    public MethodKind Kind { get; }

    /// <summary>The method of a name, which must be a token.</summary>
    public static SipMethod Of(ReadOnlySpan<byte> name)
    {
        for (var kind = 1; kind < NameBytes.Length; kind++)
        {
            if (name.SequenceEqual(NameBytes[kind]))
            {
                return new SipMethod((MethodKind)kind);
            }
        }

        return new SipMethod(MethodKind.Other, Encoding.ASCII.GetString(name));
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => _other ?? Names[(int)Kind];
}
