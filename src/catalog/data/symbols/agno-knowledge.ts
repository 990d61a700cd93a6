import { symbolRows } from '../../build-rows.ts';

/** Knowledge bases of Agno, searched by an implicit tool. */
export const agnoKnowledge = symbolRows(
  {
    kind: 'tool',
    why: 'Passages of indexed documents.',
    reference: 'https://docs.agno.com/knowledge/overview',
  },
  [
    {
      symbols: [
        'agno.knowledge.Knowledge',
        'agno.knowledge.knowledge.Knowledge',
        'agno.knowledge.AgentKnowledge',
        'agno.knowledge.agent.AgentKnowledge',
        'agno.knowledge.pdf.PDFKnowledgeBase',
        'agno.knowledge.pdf_url.PDFUrlKnowledgeBase',
        'agno.knowledge.text.TextKnowledgeBase',
        'agno.knowledge.csv.CSVKnowledgeBase',
        'agno.knowledge.json.JSONKnowledgeBase',
        'agno.knowledge.docx.DocxKnowledgeBase',
        'agno.knowledge.document.DocumentKnowledgeBase',
        'agno.knowledge.combined.CombinedKnowledgeBase',
        'agno.knowledge.langchain.LangChainKnowledgeBase',
        'agno.knowledge.llamaindex.LlamaIndexKnowledgeBase',
        'agno.knowledge.s3.pdf.S3PDFKnowledgeBase',
        'agno.knowledge.markdown.MarkdownKnowledgeBase',
      ],
      capabilities: ['vector.read'],
    },
    {
      symbols: [
        'agno.knowledge.website.WebsiteKnowledgeBase',
        'agno.knowledge.url.UrlKnowledge',
        'agno.knowledge.wikipedia.WikipediaKnowledgeBase',
        'agno.knowledge.arxiv.ArxivKnowledgeBase',
        'agno.knowledge.youtube.YouTubeKnowledgeBase',
        'agno.knowledge.firecrawl.FireCrawlKnowledgeBase',
      ],
      capabilities: ['vector.read', 'web.fetch-known'],
      why: 'Passages of pages others wrote.',
    },
  ],
);
