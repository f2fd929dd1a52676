using System.Globalization;
using System.Reflection;
using Switchhook.Hardware;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.I2c;
using Switchhook.Hardware.Spi;

namespace Switchhook.Tests.Hardware.Gpio;

/// <summary>
/// Our ports keep the shapes of Meadow's contracts, so that an adapter is a page long: names, parameter order and defaults. The list is
/// written down here from Meadow.Contracts, not from our code; members may be left out there, never renamed.
/// </summary>
public sealed class MeadowShapeTests
{
    private static readonly Dictionary<Type, string> Shapes = new()
    {
        [typeof(IPort<>)] = """
            : IDisposable
            TChannel Channel { get; }
            IPin Pin { get; }
            """,
        [typeof(IDigitalPort)] = ": IDisposable, IPort<IDigitalChannelInfo>",
        [typeof(IDigitalOutputPort)] = """
            : IDigitalPort, IDisposable, IPort<IDigitalChannelInfo>
            Boolean InitialState { get; }
            Boolean State { get; set; }
            """,
        [typeof(IDigitalInputPort)] = """
            : IDigitalPort, IDisposable, IPort<IDigitalChannelInfo>
            Boolean State { get; }
            ResistorMode Resistor { get; set; }
            """,
        [typeof(IDigitalInterruptPort)] = """
            : IDigitalInputPort, IDigitalPort, IDisposable, IObservable<IChangeResult<DigitalState>>, IPort<IDigitalChannelInfo>
            event EventHandler<DigitalPortResult> Changed
            InterruptMode InterruptMode { get; }
            TimeSpan DebounceDuration { get; set; }
            TimeSpan GlitchDuration { get; set; }
            """,
        [typeof(IPin)] = """
            : IEquatable<IPin>
            IPinController Controller { get; }
            IList<IChannelInfo> SupportedChannels { get; }
            String Name { get; }
            Object Key { get; }
            """,
        [typeof(IDigitalOutputController)] = """
            : IPinController
            IDigitalOutputPort CreateDigitalOutputPort(IPin pin, Boolean initialState = False, OutputType initialOutputType = PushPull)
            """,
        [typeof(IDigitalInterruptController)] =
            ": IPinController\nIDigitalInterruptPort CreateDigitalInterruptPort(IPin pin, InterruptMode interruptMode, "
            + "ResistorMode resistorMode, TimeSpan debounceDuration, TimeSpan glitchDuration)",
        [typeof(ISpiBus)] =
            "Frequency[] SupportedSpeeds { get; }\n"
            + "SpiClockConfiguration Configuration { get; }\n"
            + "Void Read(IDigitalOutputPort chipSelect, Span<Byte> readBuffer, ChipSelectMode csMode = ActiveLow)\n"
            + "Void Write(IDigitalOutputPort chipSelect, Span<Byte> writeBuffer, ChipSelectMode csMode = ActiveLow)\n"
            + "Void Exchange(IDigitalOutputPort chipSelect, Span<Byte> writeBuffer, Span<Byte> readBuffer, "
            + "ChipSelectMode csMode = ActiveLow)",
        [typeof(II2cBus)] = """
            : IDisposable
            I2cBusSpeed BusSpeed { get; set; }
            Void Read(Byte peripheralAddress, Span<Byte> readBuffer)
            Void Write(Byte peripheralAddress, Span<Byte> writeBuffer)
            Void Exchange(Byte peripheralAddress, Span<Byte> writeBuffer, Span<Byte> readBuffer)
            """,
        [typeof(InterruptMode)] = "None 0, EdgeFalling 1, EdgeRising 2, EdgeBoth 3",
        [typeof(ResistorMode)] = "Disabled 0, InternalPullDown 1, InternalPullUp 2, ExternalPullDown 3, ExternalPullUp 4",
        [typeof(I2cBusSpeed)] = "Standard 100000, Fast 400000, FastPlus 1000000, High 3400000, UltraFast 5000000",
    };

    public static TheoryData<string> Names => [.. Shapes.Keys.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Shapes_are_those_of_Meadow(string name)
    {
        var (type, shape) = Shapes.Single(pair => pair.Key.Name == name);
        Assert.Equal(Lines(shape), Lines(type.IsEnum ? Values(type) : Members(type)));
    }

    [Fact]
    public void Changes_carry_the_names_of_Meadow()
    {
        Assert.Equal(["State", "Time"], PropertyNames<DigitalState>());
        Assert.Equal(["New", "Old", "Delta"], PropertyNames<DigitalPortResult>());
        Assert.Equal(["New", "Old"], PropertyNames<IChangeResult<DigitalState>>());
    }

    [Fact]
    public void A_change_tells_the_time_since_the_one_before()
    {
        var first = new DigitalState(false, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var second = new DigitalState(true, first.Time.AddMilliseconds(20));
        Assert.Equal(TimeSpan.FromMilliseconds(20), new DigitalPortResult(second, first).Delta);
        Assert.Null(new DigitalPortResult(second, null).Delta);
    }

    [Theory]
    [InlineData(SpiMode.Mode0, false, false)]
    [InlineData(SpiMode.Mode1, false, true)]
    [InlineData(SpiMode.Mode2, true, false)]
    [InlineData(SpiMode.Mode3, true, true)]
    public void Clock_polarity_and_phase_are_not_mixed_up(SpiMode mode, bool idlesHigh, bool secondEdge)
    {
        var clock = new SpiClockConfiguration(Frequency.FromMegahertz(1), mode);
        Assert.Equal((idlesHigh, secondEdge), (clock.IdlesHigh, clock.SamplesOnSecondEdge));
    }

    private static string[] Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)];

    private static string[] PropertyNames<T>() => [.. typeof(T).GetProperties().Select(property => property.Name)];

    private static string Values(Type type) => string.Join(
        ", ",
        Enum.GetValues(type).Cast<object>().Select(value => $"{value} {Convert.ToInt32(value, CultureInfo.InvariantCulture)}"));

    private static string Members(Type type)
    {
        var bases = type.GetInterfaces().Select(Name).Order(StringComparer.Ordinal).ToList();
        string[] members =
        [
            bases.Count > 0 ? $": {string.Join(", ", bases)}" : "",
            .. type.GetProperties().Select(Accessors),
            .. type.GetEvents().Select(change => $"event {Name(change.EventHandlerType!)} {change.Name}"),
            .. type.GetMethods().Where(method => !method.IsSpecialName).Select(Signature),
        ];
        return string.Join('\n', members);
    }

    private static string Accessors(PropertyInfo property) =>
        $"{Name(property.PropertyType)} {property.Name} {{ get;{(property.CanWrite ? " set;" : "")} }}";

    private static string Signature(MethodInfo method) =>
        $"{Name(method.ReturnType)} {method.Name}({string.Join(", ", method.GetParameters().Select(Parameter))})";

    private static string Parameter(ParameterInfo parameter)
    {
        var value = parameter.HasDefaultValue && parameter.ParameterType.IsEnum
            ? Enum.ToObject(parameter.ParameterType, parameter.DefaultValue!)
            : parameter.DefaultValue;
        return $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {value}" : "")}";
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
