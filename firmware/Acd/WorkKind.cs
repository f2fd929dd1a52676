namespace Switchhook.Acd;

/// <summary>Kinds of work that agents get from queues, all by the same rules.</summary>
public enum WorkKind
{
    /// <summary>A caller who waits on the line.</summary>
    Call,

    /// <summary>Someone who wants to be called; nobody waits on the line.</summary>
    Callback,

    /// <summary>A message that someone has left instead of waiting; it keeps the turn.</summary>
    Message,
}
