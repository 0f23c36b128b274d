// Who wrote, how much, for which papers? 记者概览
MATCH (a:Article)
WHERE ($from IS NULL OR a.latest >= date($from)) AND ($to IS NULL OR a.earliest <= date($to))
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(s:Source)
WITH a, collect(DISTINCT s.name) AS papers, a.bylines AS bylines
UNWIND bylines AS byline
WITH byline, a, papers
WHERE $reporter IS NULL OR byline CONTAINS $reporter
UNWIND CASE WHEN size(papers) = 0 THEN [null] ELSE papers END AS paper
WITH byline, collect(DISTINCT paper) AS published_in, min(a.date_text) AS begun, max(a.date_text) AS ended,
     count(DISTINCT a.id) AS written
RETURN byline AS reporter, published_in AS sources, begun AS since, ended AS until, written AS articles, [] AS fact_ids
ORDER BY articles DESC, reporter
LIMIT $limit
