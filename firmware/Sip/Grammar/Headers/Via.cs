using System.Diagnostics.CodeAnalysis;
using System.Text;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;
using Switchhook.Sip.Grammar.Uris;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>One stop on a message's way (RFC 3261 §20.42).</summary>
internal sealed class Via : IHeaderValue<Via>
{
    private Part _transport;
    private Part _host;
    private Part _branch;
    private Part _received;
    private Part _rportName;
    private Part _rportValue;
    private Part _params;

    private Via(SipText text) => Text = text;

    /// <summary>All of it as it stood there.</summary>
    public SipText Text { get; }

    /// <summary>How it travelled, as written: <c>UDP</c>, <c>TCP</c>, <c>TLS</c> or any other.</summary>
    public SipText Transport => Text.Slice(_transport);

    /// <summary>The sender's host, an IPv6 address in brackets.</summary>
    public SipText Host => Text.Slice(_host);

    /// <summary>The sender's port; null when none is written.</summary>
    public ushort? Port { get; private set; }

    /// <summary>Names the transaction; empty with peers of RFC 2543.</summary>
    public SipText Branch => Text.Slice(_branch);

    /// <summary>Whether the branch is unique as RFC 3261 asks; if not, transactions are matched as RFC 2543 did (§17.2.3).</summary>
    public bool HasUniqueBranch => Branch.Length > MagicCookie.Length && Branch.Span.StartsWith(MagicCookie);

    /// <summary>Where it really came from, if the next stop saw another address.</summary>
    public SipText Received => Text.Slice(_received);

    /// <summary>Whether the sender asks for the answer at the port it sent from (RFC 3581).</summary>
    public bool WantsRport => _rportName.Length > 0;

    /// <summary>The port it really came from; null when it is not filled in.</summary>
    public ushort? Rport { get; private set; }

    /// <summary>The multicast or other address that answers go to; empty without one.</summary>
    public SipText Maddr => Params["maddr"u8];

    /// <summary>How far a multicast goes; null without one.</summary>
    public uint? Ttl => Numbers.TryRead(Params["ttl"u8].Span, out var ttl) ? ttl : null;

    /// <summary>All parameters.</summary>
    public HeaderParams Params => new(Text.Slice(_params));

    /// <summary>
    /// Where in the text <c>=port</c> is to be put in behind <c>rport</c>, in place of an equals sign that may stand there; null when there
    /// is nothing to fill in.
    /// </summary>
    internal Part? RportGap =>
        WantsRport && Rport is null ? Part.Between(_rportName.End, Math.Max(_rportName.End, _rportValue.Start)) : null;

    /// <summary>What the branches of RFC 3261 start with.</summary>
    public static ReadOnlySpan<byte> MagicCookie => "z9hG4bK"u8;

    /// <summary>Makes one for a request, which asks for <c>rport</c>.</summary>
    /// <param name="transport">As written: <c>UDP</c>, <c>TCP</c>, <c>TLS</c>.</param>
    /// <param name="host">The box's name or address.</param>
    /// <param name="port">The box's port.</param>
    /// <param name="branch">A token that starts with the magic cookie.</param>
    /// <exception cref="ArgumentException">A part is not what it should be.</exception>
    public static Via Create(string transport, string host, int port, string branch) =>
        TryParse(SipText.Of($"SIP/2.0/{transport} {HostPort.Write(host, port)};rport;branch={branch}"), out var via)
            ? via
            : throw new ArgumentException($"No Via can be made of {transport}, {host} and {branch}.", nameof(host));

    /// <inheritdoc/>
    public static bool TryParse(SipText text, [MaybeNullWhen(false)] out Via value)
    {
        var via = new Via(text);
        var isWellFormed = via.Read(text.Span);
        value = isWellFormed ? via : null;
        return isWellFormed;
    }

    /// <summary>As it stood there.</summary>
    public override string ToString() => Text.ToString();

    private bool Read(ReadOnlySpan<byte> text)
    {
        var scanner = new Scanner(text);
        if (!scanner.TakeToken(out var name) || !Ascii.EqualsIgnoreCase(name.In(text), "SIP"u8) || !scanner.Take('/')
            || !scanner.TakeToken(out var version) || !version.In(text).SequenceEqual("2.0"u8) || !scanner.Take('/')
            || !scanner.TakeToken(out _transport))
        {
            return false;
        }

        return ReadSentBy(text, ref scanner) && ReadParams(text, ref scanner);
    }

    private bool ReadSentBy(ReadOnlySpan<byte> text, ref Scanner scanner)
    {
        var before = scanner.Position;
        scanner.SkipSpace();
        var at = scanner.Position;
        if (at == before || !HostPort.TryRead(text, ref at, out _host, out var port))
        {
            return false;
        }

        scanner.MoveTo(at);
        Port = port;
        if (port is null && scanner.Take(':'))
        {
            if (!scanner.TakeToken(out var digits) || !Numbers.TryReadPort(digits.In(text), out var number))
            {
                return false;
            }

            Port = number;
        }

        return true;
    }

    private bool ReadParams(ReadOnlySpan<byte> text, ref Scanner scanner)
    {
        _params = Part.Between(scanner.Position, text.Length);
        while (true)
        {
            switch (scanner.TakeParameter(out var parameter))
            {
                case ParameterRead.End:
                    return true;
                case ParameterRead.Malformed:
                    return false;
                case ParameterRead.Read:
                    if (!Note(text, parameter))
                    {
                        return false;
                    }

                    break;
            }
        }
    }

    private bool Note(ReadOnlySpan<byte> text, Parameter parameter)
    {
        var name = parameter.Name.In(text);
        if (Ascii.EqualsIgnoreCase(name, "branch"u8))
        {
            _branch = parameter.Value;
        }
        else if (Ascii.EqualsIgnoreCase(name, "received"u8))
        {
            _received = parameter.Value;
        }
        else if (Ascii.EqualsIgnoreCase(name, "rport"u8))
        {
            (_rportName, _rportValue) = (parameter.Name, parameter.Value);
            if (parameter.Value.Length > 0)
            {
                var isPort = Numbers.TryReadPort(parameter.Value.In(text), out var port);
                Rport = port;
                return isPort;
            }
        }

        return true;
    }
}
