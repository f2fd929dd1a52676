namespace Switchhook.Sip.Grammar.Uris;

/// <summary>A URI of a scheme that the box does not serve; a request to it is answered 416.</summary>
internal sealed class OtherUri : AnyUri
{
    internal OtherUri(ReadOnlyMemory<byte> bytes, int schemeLength)
        : base(bytes, schemeLength)
    {
    }
}
