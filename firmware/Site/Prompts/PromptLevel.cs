namespace Switchhook.Site.Prompts;

/// <summary>How loud a prompt is played.</summary>
public enum PromptLevel
{
    /// <summary>As loud as all others: its speech is brought to one level, its ends are faded.</summary>
    Even,

    /// <summary>As loud as its file is.</summary>
    AsIs,
}
