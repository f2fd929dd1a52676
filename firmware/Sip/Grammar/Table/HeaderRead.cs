using System.Diagnostics.CodeAnalysis;

namespace Switchhook.Sip.Grammar.Table;

/// <summary>A header as asked for: absent, malformed, or its value.</summary>
/// <typeparam name="T">What it is read as.</typeparam>
internal readonly struct HeaderRead<T>
{
    private readonly T? _value;
    private readonly bool _isPresent;

    private HeaderRead(bool isPresent, T? value) => (_isPresent, _value, IsMalformed) = (isPresent, value, !isPresent);

    /// <summary>It is there and cannot be read: a request is answered 400.</summary>
    public static HeaderRead<T> Malformed => new(isPresent: false, default);

    /// <summary>It is there and cannot be read.</summary>
    public bool IsMalformed { get; }

    /// <summary>It is not there.</summary>
    public bool IsAbsent => !_isPresent && !IsMalformed;

    /// <summary>Its value.</summary>
    public static HeaderRead<T> Of(T value) => new(isPresent: true, value);

    /// <summary>Whether it is there and well-formed.</summary>
    public bool Is([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return _isPresent;
    }

    /// <summary>Its value, or another when it is absent or malformed.</summary>
    public T Or(T other) => _isPresent ? _value! : other;
}
