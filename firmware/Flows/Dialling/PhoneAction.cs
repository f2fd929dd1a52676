namespace Switchhook.Flows.Dialling;

/// <summary>What anybody of the house can do at any phone, by a code.</summary>
public abstract record PhoneAction
{
    private PhoneAction()
    {
    }

    /// <summary><c>*28</c>: switches night, with 1 after it on and with 0 off.</summary>
    /// <param name="On">Null for the other way round.</param>
    public sealed record Night(bool? On) : PhoneAction;

    /// <summary><c>*78</c> and <c>*79</c>: the phone is not to be disturbed, or may be again.</summary>
    public sealed record DoNotDisturb(bool On) : PhoneAction;

    /// <summary><c>*72</c> and a number: calls for the phone go on to it.</summary>
    /// <param name="To">What the phone's user would dial to reach it.</param>
    public sealed record Forward(string To) : PhoneAction;

    /// <summary><c>*73</c>: calls for the phone stay.</summary>
    public sealed record ForwardOff : PhoneAction;

    /// <summary><c>*8</c>: takes a call that rings at another phone.</summary>
    /// <param name="Phone">Its number; null for any phone that is in a group with this one.</param>
    public sealed record PickUp(string? Phone) : PhoneAction;

    /// <summary><c>*77</c> and the number of an announcement: records it.</summary>
    /// <param name="Prompt">Name in the site file.</param>
    public sealed record RecordPrompt(string Prompt) : PhoneAction;

    /// <summary><c>*69</c>: calls back who called the phone last.</summary>
    public sealed record CallBackLast : PhoneAction;
}
