using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Course.Kernel.Notebooks.Prose;

/// <summary>Formulas as part of Markdown. Markdig's own mathematics lets a stray <c>$$</c> swallow the rest of a text and knows no environments.</summary>
internal sealed class FormulaExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.InsertBefore<ParagraphBlockParser>(new FormulaBlock.Reader());
        pipeline.InlineParsers.Insert(0, new FormulaInline.Reader());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Who renders decides how a formula looks.
    }
}
