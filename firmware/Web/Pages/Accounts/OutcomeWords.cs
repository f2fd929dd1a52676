using Switchhook.Storage.Accounts;

namespace Switchhook.Web.Pages.Accounts;

/// <summary>Why a change of accounts was not made, with the cure.</summary>
internal static class OutcomeWords
{
    public static string Of(AccountOutcome outcome) => outcome switch
    {
        AccountOutcome.Done => "Done.",
        AccountOutcome.NameUnfit => $"Write a name of at most {AccountRules.MaxName} characters.",
        AccountOutcome.NameTaken => "There is an account of that name; choose another one.",
        AccountOutcome.PasswordUnfit => $"The password must have {AccountRules.MinPassword} to {AccountRules.MaxPassword} characters.",
        AccountOutcome.NotFound => "There is no such account any more.",
        AccountOutcome.WrongCode => "The claim code is wrong.",
        AccountOutcome.ClaimedBefore => "The box has an owner already; sign in.",
        AccountOutcome.LastAccount => "The last administrator stays one: without, nobody could look after the box.",
        AccountOutcome.TooMany => "There are as many accounts as the box takes; remove one that is not needed.",
        AccountOutcome.NotStored => "The disk of the box is full or broken, so nothing was changed. Free some space and try again.",
    };
}
