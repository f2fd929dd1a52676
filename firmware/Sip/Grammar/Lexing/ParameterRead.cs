namespace Switchhook.Sip.Grammar.Lexing;

/// <summary>What came of reading the next parameter.</summary>
internal enum ParameterRead
{
    /// <summary>There is none any more.</summary>
    End,

    /// <summary>Here it is.</summary>
    Read,

    /// <summary>What stands there is no parameter.</summary>
    Malformed,
}
