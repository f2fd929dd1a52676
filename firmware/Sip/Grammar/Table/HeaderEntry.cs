using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Sip.Grammar.Table;

/// <summary>Where a header lies in the message.</summary>
/// <param name="Id">Which.</param>
/// <param name="NameLength">Length of its name, in bytes.</param>
/// <param name="NameStart">First byte of its name.</param>
/// <param name="ValueStart">First byte of its value.</param>
/// <param name="ValueLength">Length of its value without the space around it, in bytes.</param>
internal readonly record struct HeaderEntry(HeaderId Id, byte NameLength, ushort NameStart, ushort ValueStart, ushort ValueLength);
