using System.Globalization;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Hosting.Logging;
using NodaTime;
using Serilog;
using Serilog.Formatting.Compact;

namespace ContactCenter.Server.Tests.Hosting;

internal sealed class MaskingSinkTests
{
    private readonly StringWriter _written = new(CultureInfo.InvariantCulture);
    private Serilog.Core.Logger _log = null!;

    [SetUp]
    public void Open() => _log = new LoggerConfiguration().Destructure.With<KeepMasked>()
        .WriteTo.Masked(sinks => sinks.Sink(new ToWriter(_written))).CreateLogger();

    [TearDown]
    public void Close()
    {
        _log.Dispose();
        _written.GetStringBuilder().Clear();
    }

    [TestCase("+33612345678")]
    [TestCase("%2B33612345678")]
    [TestCase("0033 6 12 34 56 78")]
    [TestCase("06 12 34 56 78")]
    [TestCase("0612345678")]
    [TestCase("06.12.34.56.78")]
    [TestCase("06-12-34-56-78")]
    [TestCase("marie.dupont@example.fr")]
    [TestCase("+262692123456")]
    public void A_number_or_address_in_a_property_is_masked(string personal)
    {
        _log.Information("Call from {From} in {@Details}", personal, new { Sequence = new[] { $"said {personal} twice" } });
        Assert.That(Written(), Does.Not.Contain(personal).And.Contain(PersonalText.Mask));
    }

    [TestCase("CA0123456789abcdef0123456789abcdef")]
    [TestCase("0198c0de-0001-7000-8000-061234567812")]
    [TestCase("2026-11-23T08:15:00.1234567Z")]
    [TestCase("/api/practices/0198c0de-0001-7000-8000-000000000001/patients")]
    [TestCase("127.0.0.1:51234")]
    public void What_names_no_person_stays(string harmless)
    {
        _log.Information("Saw {Thing}", harmless);
        Assert.That(Written(), Does.Contain(harmless));
    }

    [Test]
    public void An_exception_is_masked_in_message_inner_messages_and_data()
    {
        try
        {
            throw new InvalidOperationException("cannot dial +33612345678", new FormatException("for marie@example.fr"));
        }
        catch (InvalidOperationException failure)
        {
            _log.Error(failure, "It failed");
        }
        Assert.That(Written(), Does.Not.Contain("612345678").And.Not.Contain("marie").And.Contain(nameof(FormatException)).And.Contain(nameof(An_exception_is_masked_in_message_inner_messages_and_data)));
    }

    [Test]
    public void Values_that_mask_themselves_are_not_taken_apart()
    {
        _log.Information("Patient {@Name} {@Phone} {@Born}", new PersonName("Dupont", "Marie"), PhoneNumber.Parse("+33612345678"), new BirthDate(new LocalDate(1980, 5, 4)));
        Assert.That(Written(), Does.Not.Contain("Dupont").And.Not.Contain("1234").And.Not.Contain("1980"));
    }

    private string Written() => _written.ToString();

    private sealed class ToWriter(TextWriter writer) : Serilog.Core.ILogEventSink
    {
        private readonly CompactJsonFormatter _formatter = new(new Serilog.Formatting.Json.JsonValueFormatter());

        public void Emit(Serilog.Events.LogEvent logEvent) => _formatter.Format(logEvent, writer);
    }
}
