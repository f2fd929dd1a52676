using System.Buffers.Text;
using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Sip.Sdp;

/// <summary>Reads a body line by line. Lines may end with a bare LF, the last with nothing; order is only asked of v= and m=.</summary>
internal ref struct SdpParser(ReadOnlyMemory<byte> body)
{
    private readonly ReadOnlySpan<byte> _text = body.Span;
    private readonly List<MediaDescription> _media = new(1);
    private MediaDescription? _current;
    private MediaDirection? _sessionDirection;
    private MediaDirection? _direction;
    private SdpAddress? _sessionConnection;
    private SdpAddress? _connection;
    private int _line;
    private int _attributes;
    private bool _begun;

    /// <summary>The media read so far.</summary>
    public readonly IReadOnlyList<MediaDescription> Media => _media;

    /// <summary>Reads all; null when it could.</summary>
    public SdpError? Parse()
    {
        if (_text.Length > SdpLimits.Size)
        {
            return new SdpError(1, $"the body is longer than {SdpLimits.Size} octets");
        }

        var at = 0;
        while (at < _text.Length)
        {
            var length = _text[at..].IndexOf((byte)'\n');
            var next = length < 0 ? _text.Length : at + length + 1;
            var end = length < 0 ? _text.Length : at + length;
            while (end > at && _text[end - 1] is (byte)'\r' or (byte)' ' or (byte)'\t')
            {
                end--;
            }

            if (++_line > SdpLimits.Lines)
            {
                return Fail($"there are more than {SdpLimits.Lines} lines");
            }

            if (end > at && ParseLine(at, end) is { } error)
            {
                return error;
            }

            at = next;
        }

        EndMedia();
        return _begun ? null : new SdpError(1, "the body is empty");
    }

    private SdpError? ParseLine(int start, int end)
    {
        var line = _text[start..end];
        if (!_begun)
        {
            _begun = line.SequenceEqual("v=0"u8);
            return _begun ? null : Fail("the description does not begin with v=0");
        }

        if (line.Length < 2 || line[1] != '=')
        {
            return null;
        }

        switch (line[0])
        {
            case (byte)'m':
                return ParseMedia(start + 2, end);
            case (byte)'c':
                ParseConnection(start + 2, end);
                return null;
            case (byte)'a':
                return ParseAttribute(start + 2, end);
            default:
                return null;
        }
    }

    // m=audio 49170/2 RTP/AVP 0 8 101
    private SdpError? ParseMedia(int at, int end)
    {
        EndMedia();
        if (_media.Count == SdpLimits.Media)
        {
            return Fail($"there are more than {SdpLimits.Media} m= lines");
        }

        var whole = _text[at..end];
        if (whole.IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0)
        {
            return Fail("the m= line holds other characters than printable ASCII");
        }

        var media = Word(ref at, end);
        var port = Word(ref at, end);
        var transport = Word(ref at, end);
        if (transport.IsEmpty)
        {
            return Fail("the m= line lacks port or transport");
        }

        if (!Utf8Parser.TryParse(port.Span, out int number, out var used) || number is < 0 or > 65535
            || (used < port.Length && port.Span[used] != '/'))
        {
            return Fail("the port of the m= line is none");
        }

        var protocol = ProtocolOf(transport.Span);
        var first = at;
        _current = new MediaDescription(media, number, transport, protocol, Word(ref first, end));
        _attributes = 0;
        return protocol == MediaProtocol.Other ? null : ParseFormats(at, end);
    }

    private readonly SdpError? ParseFormats(int at, int end)
    {
        Span<byte> types = stackalloc byte[SdpLimits.Formats];
        var count = 0;
        for (var format = Word(ref at, end); !format.IsEmpty; format = Word(ref at, end))
        {
            if (!Utf8Parser.TryParse(format.Span, out byte type, out var used) || used < format.Length || type > 127)
            {
                continue;
            }

            if (count == types.Length)
            {
                return Fail($"the m= line names more than {SdpLimits.Formats} formats");
            }

            types[count++] = type;
        }

        var formats = new MediaFormat[count];
        for (var i = 0; i < count; i++)
        {
            formats[i] = new MediaFormat(types[i]);
        }

        _current!.Formats = formats;
        return null;
    }

    // c=IN IP4 192.0.2.1
    private void ParseConnection(int at, int end)
    {
        Word(ref at, end);
        Word(ref at, end);
        var address = SdpAddress.Parse(Word(ref at, end));
        if (_current is null)
        {
            _sessionConnection = address;
        }
        else
        {
            _connection = address;
        }
    }

    private SdpError? ParseAttribute(int start, int end)
    {
        if (++_attributes > SdpLimits.Attributes)
        {
            return Fail($"there are more than {SdpLimits.Attributes} attributes in one part");
        }

        var whole = _text[start..end];
        var colon = whole.IndexOf((byte)':');
        var name = colon < 0 ? whole : whole[..colon];
        if (colon < 0)
        {
            ParseFlag(name);
            return null;
        }

        return _current is null ? null : ParseValue(name, start + colon + 1, end);
    }

    private void ParseFlag(ReadOnlySpan<byte> name)
    {
        MediaDirection? direction =
            name.SequenceEqual("sendrecv"u8) ? MediaDirection.SendReceive
            : name.SequenceEqual("sendonly"u8) ? MediaDirection.SendOnly
            : name.SequenceEqual("recvonly"u8) ? MediaDirection.ReceiveOnly
            : name.SequenceEqual("inactive"u8) ? MediaDirection.Inactive
            : null;
        if (direction is null)
        {
            if (_current is not null && name.SequenceEqual("rtcp-mux"u8))
            {
                _current.ControlMux = true;
            }
        }
        else if (_current is null)
        {
            _sessionDirection = direction;
        }
        else
        {
            _direction = direction;
        }
    }

    private readonly SdpError? ParseValue(ReadOnlySpan<byte> name, int at, int end)
    {
        if (name.SequenceEqual("rtpmap"u8))
        {
            ParseRtpMap(at, end);
        }
        else if (name.SequenceEqual("fmtp"u8))
        {
            ParseParameters(at, end);
        }
        else if (name.SequenceEqual("ptime"u8))
        {
            _current!.PacketMilliseconds = Number(at, end);
        }
        else if (name.SequenceEqual("maxptime"u8))
        {
            _current!.MaxPacketMilliseconds = Number(at, end);
        }
        else if (name.SequenceEqual("rtcp"u8))
        {
            ParseControl(at, end);
        }
        else if (name.SequenceEqual("crypto"u8))
        {
            return ParseCrypto(at, end);
        }

        return null;
    }

    // a=rtpmap:8 PCMA/8000/1
    private readonly void ParseRtpMap(int at, int end)
    {
        var index = IndexOfFormat(Word(ref at, end).Span);
        var encoding = Word(ref at, end);
        var slash = encoding.Span.IndexOf((byte)'/');
        if (index < 0 || slash < 1 || !Utf8Parser.TryParse(encoding.Span[(slash + 1)..], out int clock, out var used))
        {
            return;
        }

        var rest = encoding.Span[(slash + 1 + used)..];
        var channels = rest is [(byte)'/', ..] && Utf8Parser.TryParse(rest[1..], out int number, out _) ? number : 1;
        ref var format = ref _current!.Formats[index];
        format = format with { Name = encoding[..slash], ClockRate = clock, Channels = channels };
    }

    // a=fmtp:101 0-15
    private readonly void ParseParameters(int at, int end)
    {
        var index = IndexOfFormat(Word(ref at, end).Span);
        if (index >= 0 && at < end)
        {
            ref var format = ref _current!.Formats[index];
            format = format with { Parameters = body[(at + 1)..end] };
        }
    }

    // a=rtcp:53020 IN IP4 192.0.2.1
    private readonly void ParseControl(int at, int end)
    {
        if (Utf8Parser.TryParse(Word(ref at, end).Span, out ushort port, out _) && port > 0)
        {
            _current!.ControlPort = port;
            Word(ref at, end);
            Word(ref at, end);
            var address = Word(ref at, end);
            _current.ControlAddress = address.IsEmpty ? null : SdpAddress.Parse(address);
        }
    }

    private readonly SdpError? ParseCrypto(int at, int end)
    {
        if (CryptoAttribute.Parse(_text[at..end]) is not { } crypto)
        {
            return null;
        }

        if (_current!.Crypto.Count == SdpLimits.Crypto)
        {
            return Fail($"there are more than {SdpLimits.Crypto} crypto attributes");
        }

        _current.Crypto = [.. _current.Crypto, crypto];
        return null;
    }

    private void EndMedia()
    {
        if (_current is not null)
        {
            _current.Connection = _connection ?? _sessionConnection;
            _current.Direction = _direction ?? _sessionDirection ?? MediaDirection.SendReceive;
            _media.Add(_current);
        }

        (_current, _connection, _direction) = (null, null, null);
    }

    private readonly int IndexOfFormat(ReadOnlySpan<byte> number)
    {
        if (Utf8Parser.TryParse(number, out byte type, out var used) && used == number.Length)
        {
            var formats = _current!.Formats;
            for (var i = 0; i < formats.Length; i++)
            {
                if (formats[i].PayloadType == type)
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private readonly int? Number(int at, int end) =>
        Utf8Parser.TryParse(Word(ref at, end).Span, out int number, out _) && number > 0 ? number : null;

    private readonly ReadOnlyMemory<byte> Word(ref int at, int end)
    {
        while (at < end && _text[at] == ' ')
        {
            at++;
        }

        var start = at;
        while (at < end && _text[at] != ' ')
        {
            at++;
        }

        return body[start..at];
    }

    private readonly SdpError Fail(string words) => new(_line, words);

    private static MediaProtocol ProtocolOf(ReadOnlySpan<byte> transport) =>
        transport.SequenceEqual("RTP/AVP"u8) ? MediaProtocol.Avp
        : transport.SequenceEqual("RTP/SAVP"u8) ? MediaProtocol.Savp
        : transport.SequenceEqual("RTP/AVPF"u8) ? MediaProtocol.Avpf
        : transport.SequenceEqual("RTP/SAVPF"u8) ? MediaProtocol.Savpf
        : MediaProtocol.Other;
}
