using Alerts.History;

namespace Alerts.Tests.History;

public sealed class WordingTests
{
    [Theory]
    [InlineData("CLL patients", "patients with chronic lymphocytic leukemia", "Same")]
    [InlineData("Immunocompromised/Chronic Lymphocytic Leukemia (CLL) patients", "chronic lymphocytic leukaemia", "Same")]
    [InlineData("1st recurrent Head & Neck (H&N) cancer", "first recurrent head and neck cancer", "Same")]
    [InlineData("healthy adults (booster)", "healthy adult booster", "Same")]
    [InlineData("advanced solid tumours", "solid tumors", "Same")]
    [InlineData("platinum-resistant ovarian cancer", "platinum-sensitive ovarian cancer", "Partial")]
    [InlineData("stem cell transplant (immunocompromised)", "immunocompromised CLL patients", "Partial")]
    [InlineData("stem cell transplant (immunocompromised)", "Immunocompromised/Chronic Lymphocytic Leukemia patients", "Different")]
    [InlineData("healthy adults", "chronic lymphocytic leukemia", "Different")]
    public void Populations_are_compared_by_what_they_say(string a, string b, string likeness)
    {
        Assert.Equal(likeness, Wording.Compare(Wording.Words(a), Wording.Words(b)).ToString());
        Assert.Equal(likeness, Wording.Compare(Wording.Words(b), Wording.Words(a)).ToString());
    }

    [Theory]
    [InlineData("vision blurred", "blurred vision")]
    [InlineData("the rate of keratopathy", "Keratopathy")]
    public void Terms_of_the_same_words_are_one_key(string a, string b) => Assert.Equal(Wording.Key(a), Wording.Key(b));

    [Theory]
    [InlineData("Gedeptin®", "Gedeptin(R)")]
    [InlineData("huC242-DM4", "huC242 DM4")]
    [InlineData("GEO-CMO4S1", "GEO-CM04S1")]
    public void Spellings_of_a_name_are_one(string a, string b) => Assert.Equal(NameKey.Of(a), NameKey.Of(b));

    [Theory]
    [InlineData("EYLEA", "EYLEA HD")]
    [InlineData("IMGN779", "IMGN853")]
    public void Names_of_two_drugs_are_two(string a, string b) => Assert.NotEqual(NameKey.Of(a), NameKey.Of(b));

    [Theory]
    [InlineData("the SORAYA trial", "SORAYA", true)]
    [InlineData("BARDA/Project NextGen", "Project NextGen", true)]
    [InlineData("Study 001", "001", true)]
    [InlineData("FORWARD I", "FORWARD II", false)]
    [InlineData("EMERALD", "EMERALD-2", false)]
    [InlineData("SORAYA", "MIRASOL", false)]
    public void Trials_are_compared_without_the_words_that_are_no_part_of_their_names(string a, string b, bool same) =>
        Assert.Equal(same, TrialName.Same(TrialName.Of(a)!, TrialName.Of(b)!));
}
