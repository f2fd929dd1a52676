using Switchhook.Calls;
using Switchhook.Calls.Journal;

namespace Switchhook.Tests.ExampleSites;

/// <summary>Patients of the clinic, by sound.</summary>
public sealed class ClinicTests
{
    private const string Patient = "3125550142";
    private const string Open = "2026-11-24T10:00";
    private const string Closed = "2026-11-24T19:00";

    [Fact]
    public void Key_1_leads_to_the_queue_and_to_who_works_in_it()
    {
        using var clinic = new ExampleBox(ExampleSite.Clinic, Open);
        clinic.LogIn(1, "21");
        clinic.Call(Patient, ["1"]);
        clinic.Waits("appointments");
        clinic.Lifted(1);
        Assert.Equal("maria", clinic.Box.Entries<QueueJoined>().Single().Agent);
        Assert.Equal(["welcome en", "main-menu en"], clinic.Heard().Take(2));
    }

    [Fact]
    public void Without_anybody_in_the_queue_the_reception_is_rung_and_a_message_taken()
    {
        using var clinic = new ExampleBox(ExampleSite.Clinic, Open);
        clinic.Call(Patient, ["1"]);
        clinic.Box.Until(() => clinic.Box.Phone(1).IsRinging, 30, "the front desk rings");
        clinic.Box.Until(() => clinic.Box.Phone(3).IsRinging, 30, "then the next one");
        clinic.Box.Until(() => clinic.Told.Contains("Next: voicemail front-desk."), 60, "nobody has answered");
        clinic.LeavesMessage("front-desk");
        Assert.Equal(Patient, clinic.Messages("front-desk").Single().Caller);
    }

    [Fact]
    public void A_wrong_key_is_said_to_be_one_and_the_next_is_taken()
    {
        using var clinic = new ExampleBox(ExampleSite.Clinic, Open);
        clinic.Call(Patient, ["9", "2", "2"]);
        clinic.Box.Until(() => clinic.Box.Phone(1).IsRinging && clinic.Box.Phone(2).IsRinging, 30, "nurse and front desk ring");
        clinic.Lifted(2);
        Assert.Equal(Party.Phone("102"), clinic.Box.Entries<CallConnected>().Single().By);
        Assert.Equal(["welcome en", "main-menu en", "box en", "main-menu en", "nurse-menu en"], clinic.Heard().Take(5));
    }

    [Fact]
    public void An_extension_rings_its_phone()
    {
        using var clinic = new ExampleBox(ExampleSite.Clinic, Open);
        clinic.Call(Patient, ["104"]);
        clinic.Lifted(4);
        Assert.Contains("The caller dials extension 104.", clinic.Told);
    }

    [Fact]
    public void Prescriptions_are_asked_for_by_message()
    {
        using var clinic = new ExampleBox(ExampleSite.Clinic, Open);
        clinic.Call(Patient, ["2", "1"]);
        clinic.LeavesMessage("nurse");
        Assert.Empty(clinic.Messages("front-desk"));
    }

    [Fact]
    public void At_night_the_doctor_on_call_is_called_outside()
    {
        using var clinic = new ExampleBox(ExampleSite.Clinic, Closed);
        clinic.Call(Patient, ["1"]);
        clinic.Box.Until(() => clinic.Box.Entries<CallConnected>().Any(), 60, "the doctor answers");
        Assert.EndsWith("3125550177", clinic.Box.Line(4).DialledDigits, StringComparison.Ordinal);
        Assert.Equal("closed en", clinic.Heard()[0]);
    }

    [Fact]
    public void On_a_holiday_callers_hear_so_first_and_who_says_nothing_hears_goodbye()
    {
        using var clinic = new ExampleBox(ExampleSite.Clinic, "2026-11-26T10:00");
        clinic.Call(Patient, [null, null]);
        clinic.Box.Until(() => clinic.Flow.IsOver, 60, "the call ends");
        Assert.Equal(["holiday en", "closed en", "box en", "closed en", "goodbye en"], clinic.Heard());
    }

    [Fact]
    public void A_blocked_caller_hears_nothing()
    {
        using var clinic = new ExampleBox(ExampleSite.Clinic, Open);
        clinic.Call("3125550666", []);
        clinic.Box.Until(() => clinic.Flow.IsOver, 30, "the call ends");
        Assert.Empty(clinic.Heard());
    }
}
