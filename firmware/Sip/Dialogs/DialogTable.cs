using Switchhook.Sip.Grammar;

namespace Switchhook.Sip.Dialogs;

/// <summary>All dialogs of the box. On the control loop.</summary>
internal sealed class DialogTable
{
    private readonly Dictionary<DialogId, Dialog> _dialogs = [];

    /// <summary>How many there are.</summary>
    public int Count => _dialogs.Count;

    /// <summary>The dialog that a request of a peer belongs to; null when there is none.</summary>
    public Dialog? Find(SipMessage request) => request.To.Tag.IsEmpty ? null : Find(DialogId.Of(request));

    /// <summary>The dialog of a name; null when there is none.</summary>
    public Dialog? Find(in DialogId id) => _dialogs.GetValueOrDefault(id);

    /// <summary>A new one.</summary>
    public void Add(Dialog dialog) => _dialogs[dialog.Id] = dialog;

    /// <summary>One that is over.</summary>
    public void Remove(Dialog dialog) => _dialogs.Remove(dialog.Id);
}
