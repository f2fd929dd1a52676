using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Sip.Grammar.Table;

/// <summary>One header as it came.</summary>
/// <param name="Id">Which; <see cref="HeaderId.Other"/> for one that only its name tells.</param>
/// <param name="Name">Its name as it was written, maybe short.</param>
/// <param name="Value">Its value without the space around it; folding is still there.</param>
internal readonly record struct HeaderLine(HeaderId Id, SipText Name, SipText Value);
