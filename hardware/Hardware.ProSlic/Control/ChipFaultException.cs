namespace Switchhook.Hardware.ProSlic.Control;

/// <summary>A chip does not do what it should; the message says what is wrong and what helps.</summary>
internal sealed class ChipFaultException : Exception
{
    /// <summary>A fault in words.</summary>
    public ChipFaultException(string message)
        : base(message)
    {
    }

    /// <summary>A fault in words.</summary>
    public ChipFaultException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>A fault without words.</summary>
    public ChipFaultException()
    {
    }

    /// <summary>True when the chip was too hot or carried too much current, and must rest before it is tried again.</summary>
    public bool NeedsRest { get; init; }
}
