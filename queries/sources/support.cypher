// Which passages say a fact, in which words, where in the text? 事实依据
MATCH (f:Tenure|Event|Programme|Measurement|Tie)
WHERE (size($fact) = 0 OR f.id IN $fact)
MATCH (f)-[v:EVIDENCED_BY]->(p:Passage)-[:`IN`]->(a:Article)
WHERE v.confidence >= $min_confidence
  AND ($from IS NULL OR a.latest >= date($from))
  AND ($to IS NULL OR a.earliest <= date($to))
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(s:Source)
RETURN f.name AS fact, v.status AS status, v.on_text AS said_of, p.quote AS quote, p.part AS part,
       p.char_start AS char_start, p.char_end AS char_end, a.headline AS headline, s.name AS source,
       a.date_text AS date, a.id AS article_id, v.confidence AS confidence, f.id AS fact_ids, p.id AS passage_id
ORDER BY fact, fact_ids, coalesce(date, '9999'), article_id, passage_id, coalesce(status, ''), coalesce(said_of, '')
LIMIT $limit
