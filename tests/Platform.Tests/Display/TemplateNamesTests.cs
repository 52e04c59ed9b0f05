using PropertySuite.Platform.Display;

namespace Platform.Tests.Display;

public sealed class TemplateNamesTests
{
    [Theory]
    [InlineData("", "Content", "Content")]
    [InlineData("", "Content-Blog.Summary", "Content_Summary__Blog")]
    [InlineData("", "TextField-Header.Display", "TextField_Display__Header")]
    [InlineData("", "TextField-PredefinedList.Edit", "TextField_Edit__PredefinedList")]
    [InlineData("", "TitlePart.Edit", "TitlePart_Edit")]
    [InlineData("", "Blog-TitlePart", "Blog__TitlePart")]
    [InlineData("Items", "IfElseTask.Fields.Edit", "IfElseTask_Fields_Edit")]
    [InlineData("Items", "GadgetPart.SummaryAdmin", "GadgetPart_SummaryAdmin")]
    [InlineData("Parts", "Body.Edit", "Parts_Body_Edit")]
    [InlineData("Fields", "Common.Text", "Fields_Common_Text")]
    [InlineData("", "NavigationItemText-people.Id", "NavigationItemText_Id__people")]
    [InlineData("", "Layout-Phone", "Layout__Phone")]
    [InlineData("", "Blog-HtmlBodyPart-Wide.Display.Summary", "Blog_Summary__HtmlBodyPart__Wide_Display")]
    [InlineData("", "Content--Blog", "Content__Blog")]
    public void A_file_shows_the_shape_that_its_name_says(string folder, string file, string shape) => Assert.Equal(shape, TemplateNames.ShapeName(folder, file));

    [Theory]
    [InlineData("", true)]
    [InlineData("Items", true)]
    [InlineData("elements", true)]
    [InlineData("Home", false)]
    [InlineData("Shared", false)]
    public void Views_of_controllers_are_no_templates(string folder, bool shows) => Assert.Equal(shows, TemplateNames.IsShapeFolder(folder));
}
