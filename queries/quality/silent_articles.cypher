// Which articles say no fact at all? 未得事实的文章
MATCH (a:Article)
WHERE NOT EXISTS { MATCH (:Passage)-[:`IN`]->(a) }
  AND ($from IS NULL OR a.latest >= date($from))
  AND ($to IS NULL OR a.earliest <= date($to))
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(s:Source)
WITH a, s
WHERE size($source) = 0 OR s.id IN $source
OPTIONAL MATCH (j:Rejection)-[:`IN`]->(a)
WITH a, s, collect(j.id) AS passed_over
RETURN a.date_text AS date, a.headline AS headline, s.name AS source, size(passed_over) AS rejections,
       a.id AS article_id, passed_over AS fact_ids
ORDER BY coalesce(date, '9999'), article_id, coalesce(source, '')
LIMIT $limit
