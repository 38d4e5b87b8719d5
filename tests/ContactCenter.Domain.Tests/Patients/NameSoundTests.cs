using ContactCenter.Domain.Patients;

namespace ContactCenter.Domain.Tests.Patients;

internal sealed class NameSoundTests
{
    [TestCase("Dupont", "Dupond")]
    [TestCase("Dupont", "Dupon")]
    [TestCase("Lefèvre", "Lefebvre")]
    [TestCase("Lefèvre", "Lefébure")]
    [TestCase("Gauthier", "Gautier")]
    [TestCase("Gauthier", "Gothier")]
    [TestCase("Philippe", "Filipe")]
    [TestCase("Renaud", "Renault")]
    [TestCase("Renaud", "Reneau")]
    [TestCase("Martin", "Martain")]
    [TestCase("Schmitt", "Schmidt")]
    [TestCase("Meyer", "Mayer")]
    [TestCase("Thomas", "Toma")]
    [TestCase("Legrand", "Legrant")]
    [TestCase("Petit", "Petti")]
    [TestCase("Catherine", "Katerine")]
    [TestCase("Bouchard", "Bouchar")]
    [TestCase("Guillaume", "Guilaume")]
    [TestCase("Giraud", "Jiro")]
    [TestCase("Quentin", "Kentin")]
    [TestCase("Zoé", "Soé")]
    public void Spellings_of_one_sound_meet(string one, string other) => Assert.That(Sound(one), Is.EqualTo(Sound(other)));

    [TestCase("Martin", "Martine")]
    [TestCase("Dupont", "Dupin")]
    [TestCase("Bernard", "Bertrand")]
    [TestCase("Simon", "Simone")]
    [TestCase("Girard", "Giraud")]
    [TestCase("Moreau", "Morin")]
    [TestCase("Jean", "Jeanne")]
    [TestCase("Petit", "Patit")]
    public void Different_names_stay_apart(string one, string other) => Assert.That(Sound(one), Is.Not.EqualTo(Sound(other)));

    [TestCase("le")]
    [TestCase("h")]
    [TestCase("d")]
    public void No_word_is_without_sound(string word) => Assert.That(NameSound.Of(word), Is.Not.Empty);

    private static string Sound(string name) => NameSound.Of(NameWords.Of(name).Single());
}
