using Switchhook.Calls.Live;

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

    /// <summary><c>*72</c>, <c>*74</c> or <c>*76</c> and a number: calls for the phone go on to it.</summary>
    /// <param name="When">Which calls.</param>
    /// <param name="To">What the phone's user would dial to reach it.</param>
    public sealed record Forward(ForwardWhen When, string To) : PhoneAction;

    /// <summary><c>*73</c>, <c>*75</c> or <c>*54</c>: calls for the phone stay.</summary>
    /// <param name="When">Which calls.</param>
    public sealed record ForwardOff(ForwardWhen When) : PhoneAction;

    /// <summary><c>*8</c>: takes a call that rings at another phone.</summary>
    /// <param name="Phone">Its number; null for any phone that is in a group with this one.</param>
    public sealed record PickUp(string? Phone) : PhoneAction;

    /// <summary><c>*54</c> and the number of an announcement: records it.</summary>
    /// <param name="Prompt">Name in the site file.</param>
    public sealed record RecordPrompt(string Prompt) : PhoneAction;

    /// <summary><c>*85</c>: parks the call that the phone has on hold.</summary>
    public sealed record Park : PhoneAction;

    /// <summary><c>*86</c> and the number of a place: takes the call that is parked there.</summary>
    public sealed record TakeParked(int Place) : PhoneAction;

    /// <summary><c>*55</c>: lets the user hear how the phone is.</summary>
    public sealed record TestPhone : PhoneAction;

    /// <summary><c>*56</c> and the number of a port: tells how the exchange line on it is.</summary>
    public sealed record TestLine(int Port) : PhoneAction;

    /// <summary><c>*00</c>: tells which codes there are.</summary>
    public sealed record Help : PhoneAction;

    /// <summary><c>*0</c> and two digits: dials what the short number stands for.</summary>
    /// <param name="Number">What the phone's user would dial.</param>
    public sealed record SpeedDial(string Number) : PhoneAction;

    /// <summary><c>*69</c>: calls back who called the phone last.</summary>
    public sealed record CallBackLast : PhoneAction;
}
