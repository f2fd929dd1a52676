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
}
