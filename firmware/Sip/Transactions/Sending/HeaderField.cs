using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Sip.Transactions.Sending;

/// <summary>A header that a message of the box shall have.</summary>
/// <param name="Id">Which; <see cref="HeaderId.Other"/> for one of the given name.</param>
/// <param name="Value">Its value as it is written.</param>
/// <param name="Name">Its name, when it is none of those known.</param>
internal readonly record struct HeaderField(HeaderId Id, string Value, string? Name = null)
{
    /// <summary>Writes it.</summary>
    public MessageBuilder WriteTo(MessageBuilder builder) => Name is null ? builder.Header(Id, Value) : builder.Header(Name, Value);
}
