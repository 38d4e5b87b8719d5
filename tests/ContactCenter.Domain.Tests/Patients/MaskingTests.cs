using ContactCenter.Domain.Patients;
using NodaTime;

namespace ContactCenter.Domain.Tests.Patients;

internal sealed class MaskingTests
{
    [Test]
    public void A_phone_number_shows_its_ends() => Assert.That($"{PhoneNumber.Parse("+33612345678")}", Is.EqualTo("+33…78"));

    [Test]
    public void A_name_shows_initials() => Assert.That($"{new PersonName("Dupont", "Marie", "Lévy")}", Is.EqualTo("D. M."));

    [Test]
    public void A_birth_date_shows_nothing() => Assert.That($"{new BirthDate(new LocalDate(1980, 5, 4))}", Does.Not.Match("[0-9]"));
}
