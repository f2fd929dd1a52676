using System.Buffers;
using System.Globalization;
using System.Text;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;

namespace Switchhook.Sip.Grammar.Building;

/// <summary>
/// Writes one message, header by header in the order of the calls, into a pooled buffer; <see cref="Build"/> adds Content-Length and the
/// body. No value can start a line of its own: line breaks and other control characters become spaces. Started by
/// <see cref="RequestBuilder"/> and <see cref="ResponseBuilder"/>; used once, by one thread.
/// </summary>
internal sealed class MessageBuilder
{
    private const int UsualLength = 2048;

    private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(UsualLength);
    private int _length;
    private ReadOnlyMemory<byte> _body;

    private byte[] Buffer => _buffer ?? throw new InvalidOperationException("The message is built already.");

    /// <summary>A header with text.</summary>
    public MessageBuilder Header(HeaderId id, string value) => Start(id).Text(value).End();

    /// <summary>A header with a piece of another message.</summary>
    public MessageBuilder Header(HeaderId id, SipText value) => Start(id).Raw(value.Span).End();

    /// <summary>A header with a number.</summary>
    public MessageBuilder Header(HeaderId id, long value) => Header(id, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A header with an address.</summary>
    public MessageBuilder Header(HeaderId id, NameAddress value) => Header(id, value.Text);

    /// <summary>A header with a URI in angle brackets.</summary>
    public MessageBuilder Header(HeaderId id, AnyUri value) => Start(id).Raw("<"u8).Raw(value.Text.Span).Raw(">"u8).End();

    /// <summary>CSeq.</summary>
    public MessageBuilder Header(CSeq value) => Header(HeaderId.CSeq, value.ToString());

    /// <summary>Via.</summary>
    public MessageBuilder Header(Via value) => Header(HeaderId.Via, value.Text);

    /// <summary>A header by its name.</summary>
    /// <exception cref="ArgumentException">The name is no token.</exception>
    public MessageBuilder Header(string name, string value)
    {
        if (!Writing.IsToken(name))
        {
            throw new ArgumentException($"\"{name}\" is no name of a header.", nameof(name));
        }

        return Text(name).Raw(": "u8).Text(value).End();
    }

    /// <summary>A header with a list; none at all without values.</summary>
    public MessageBuilder List(HeaderId id, params ReadOnlySpan<string> values) =>
        values.IsEmpty ? this : Header(id, string.Join(", ", values));

    /// <summary>The body and its kind.</summary>
    public MessageBuilder Body(string contentType, ReadOnlyMemory<byte> body)
    {
        _body = body;
        return Header(HeaderId.ContentType, contentType);
    }

    /// <summary>The whole message, in a place of its own.</summary>
    public ReadOnlyMemory<byte> Build()
    {
        Raw(HeaderNames.Of(HeaderId.ContentLength)).Raw(": "u8).Text(_body.Length.ToString(CultureInfo.InvariantCulture)).End();
        var message = new byte[_length + 2 + _body.Length];
        Buffer.AsSpan(0, _length).CopyTo(message);
        "\r\n"u8.CopyTo(message.AsSpan(_length));
        _body.CopyTo(message.AsMemory(_length + 2));
        ArrayPool<byte>.Shared.Return(Buffer);
        _buffer = null;
        return message;
    }

    internal MessageBuilder Start(HeaderId id)
    {
        if (id is HeaderId.Other or HeaderId.ContentLength)
        {
            throw new ArgumentException($"{id} is not written so.", nameof(id));
        }

        return Raw(HeaderNames.Of(id)).Raw(": "u8);
    }

    internal MessageBuilder Raw(ReadOnlySpan<byte> bytes)
    {
        var target = Reserve(bytes.Length);
        bytes.CopyTo(target);
        target.Replace((byte)'\r', (byte)' ');
        target.Replace((byte)'\n', (byte)' ');
        _length += bytes.Length;
        return this;
    }

    internal MessageBuilder Text(string text)
    {
        var target = Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = Encoding.UTF8.GetBytes(text, target);
        foreach (ref var value in target[..written])
        {
            value = value < ' ' && value != '\t' ? (byte)' ' : value;
        }

        _length += written;
        return this;
    }

    internal MessageBuilder End()
    {
        "\r\n"u8.CopyTo(Reserve(2));
        _length += 2;
        return this;
    }

    private Span<byte> Reserve(int bytes)
    {
        if (Buffer.Length - _length < bytes)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Buffer.Length * 2, _length + bytes));
            Buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(Buffer);
            _buffer = larger;
        }

        return Buffer.AsSpan(_length, bytes);
    }
}
