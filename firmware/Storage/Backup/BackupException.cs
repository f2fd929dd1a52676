namespace Switchhook.Storage.Backup;

/// <summary>A backup cannot be made or restored. The message says why, where and what to do, for people.</summary>
public sealed class BackupException : Exception
{
    /// <inheritdoc/>
    public BackupException()
    {
    }

    /// <param name="message">What a person should know.</param>
    public BackupException(string message)
        : base(message)
    {
    }

    /// <param name="message">What a person should know.</param>
    /// <param name="inner">What happened.</param>
    public BackupException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
