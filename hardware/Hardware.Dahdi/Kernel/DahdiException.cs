namespace Switchhook.Hardware.Dahdi.Kernel;

/// <summary>The drivers are not there or refuse; the message is a sentence for people that names the cure.</summary>
internal sealed class DahdiException : IOException
{
    /// <summary>A sentence for people.</summary>
    public DahdiException(string message)
        : base(message)
    {
    }
}
