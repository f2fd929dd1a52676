namespace Switchhook.Storage;

/// <summary>The database cannot be opened; the message tells a person why and what to do.</summary>
public sealed class DatabaseException : Exception
{
    /// <summary>With words for people.</summary>
    public DatabaseException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
